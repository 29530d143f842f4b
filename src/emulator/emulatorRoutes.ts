import { Hono } from 'hono';
import { activateRoutes, authorizeRoutes, authRoutes, deviceRoutes } from './auth/authRoutes.js';
import { gifRoutes } from './gifs/gifRoutes.js';
import { historyRoutes } from './titles/historyRoutes.js';
import { listRoutes } from './titles/listRoutes.js';
import { mediaRoutes, profileMediaRoutes } from './titles/mediaRoutes.js';
import { pageRoutes, rowRoutes } from './pages/pageRoutes.js';
import { playbackRoutes, scrobbleRoutes } from './titles/playbackRoutes.js';
import { profileImageRoutes, profileRoutes } from './profiles/profileRoutes.js';
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
