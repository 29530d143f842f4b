/** Public origin of the app that several processes serve. */
export const APP_ORIGIN = 'https://app.example';
