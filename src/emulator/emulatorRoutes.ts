import { Hono } from 'hono';
import { activateRoutes } from './auth/activateRoutes.js';
import { authorizeRoutes } from './auth/authorizeRoutes.js';
import { authRoutes } from './auth/authRoutes.js';
import { deviceRoutes } from './auth/deviceRoutes.js';
import { gifRoutes } from './gifs/gifRoutes.js';
import { historyRoutes } from './titles/historyRoutes.js';
import { listRoutes } from './titles/listRoutes.js';
import { mediaRoutes } from './titles/mediaRoutes.js';
import { pageRoutes } from './pages/pageRoutes.js';
import { playbackRoutes } from './titles/playbackRoutes.js';
import { profileImageRoutes } from './profiles/profileImageRoutes.js';
import { profileMediaRoutes } from './titles/profileMediaRoutes.js';
import { profileRoutes } from './profiles/profileRoutes.js';
import { rowRoutes } from './pages/rowRoutes.js';
import { scrobbleRoutes } from './titles/scrobbleRoutes.js';
import type { HandleRequest } from './emulatorFetch.js';
import { Problem, problemResponse } from './http/problem.js';
import type { EmulatorState } from './types.js';

/** Creates the function that routes the requests of an emulator. */
export function createEmulatorRoutes(state: EmulatorState): HandleRequest {
  const app = new Hono()
    .route('/auth/device-codes', deviceRoutes(state))
    .route('/auth', authRoutes(state))
    .route('/activate', activateRoutes(state))
    .route('/authorize', authorizeRoutes(state))
    .route('/profiles', profileRoutes(state))
    .route('/profile-images', profileImageRoutes())
    .route('/pages', pageRoutes(state))
    .route('/pages', rowRoutes(state))
    .route('/media', mediaRoutes(state))
    .route('/profile/media', profileMediaRoutes(state))
    .route('/profile/history', historyRoutes(state))
    .route('/profile/playback', playbackRoutes(state))
    .route('/profile/scrobble', scrobbleRoutes(state))
    .route('/profile', listRoutes(state))
    .route('/gif-search', gifRoutes())
    .notFound(() =>
      problemResponse(new Problem('NOT_FOUND', 'The emulator has no endpoint with this method and path.')),
    )
    .onError((error) => problemResponse(error));
  return (request) => app.fetch(request);
}
