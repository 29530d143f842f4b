// Checks the types of every entry without `skipLibCheck`, in an app that installs only the required dependencies.
// All locale packs have the same type.
export type * as client from 'discovr-react/client';
export type * as emulator from 'discovr-react/emulator';
export type * as filters from 'discovr-react/filters';
export type * as de from 'discovr-react/locales/de';
export type * as en from 'discovr-react/locales/en';
export type * as server from 'discovr-react/server';
export type * as testing from 'discovr-react/testing';
export type * as url from 'discovr-react/url';
