import { animals } from './animals.data.js';
import { cinema } from './cinema.data.js';
import { feelings } from './feelings.data.js';
import { food } from './food.data.js';
import type { GifPicture } from './gifPicture.js';
import { party } from './party.data.js';
import { spooky } from './spooky.data.js';
import { travel } from './travel.data.js';
import { weather } from './weather.data.js';

/** All pictures of the GIF search. Among equal matches, earlier pictures come first. */
export const gifPictures: readonly GifPicture[] = [
  ...feelings,
  ...cinema,
  ...party,
  ...animals,
  ...food,
  ...weather,
  ...travel,
  ...spooky,
];
