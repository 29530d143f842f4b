// The names that samples take from the reader's app. Everything else, such as the imports of a sample, is in the sample.
import type { FC, ReactNode } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type {
  DiscovrClient,
  DiscovrCredential,
  DiscovrEvent,
  DiscovrSdkLike,
  FilterSpec,
  MediaItem,
  MediaProfileMeta,
  Option,
  Page,
  Row,
  RowItem,
} from '../src/index.js';
import type { DiscovrServer } from '../src/server/index.js';

declare global {
  const App: FC;
  const Browse: FC;
  const Link: FC<{ to: string; children?: ReactNode }>;
  const Logo: FC;
  const MyCode: FC<{ code: string; picture: string }>;
  const Rows: FC<{ pageId: string }>;
  const SearchIcon: FC;
  const Splash: FC;

  const appClient: DiscovrClient;
  const client: DiscovrClient;
  const discovr: DiscovrServer;
  const queryClient: QueryClient;
  const request: Request;
  const requestHeaders: Headers;
  const sdk: DiscovrSdkLike;
  const stored: DiscovrCredential | undefined;

  const filters: FilterSpec;
  const genres: number[];
  const items: RowItem[];
  const mediaId: string;
  const meta: MediaProfileMeta;
  const page: Page;
  const pageFilters: FilterSpec;
  const pageId: string;
  const profileId: string;
  const row: Row;
  const rows: Row[];

  const analytics: { track(name: string, properties: object, options?: { timestamp: Date }): void };
  const button: HTMLButtonElement;
  const isTelevision: boolean;
  const recent: { replace(from: string, to: string): void };
  const routeTree: unknown;
  const Sentry: { captureException(error: Error, context: object): void };

  function cdn(url: string): string;
  function chooseProfile(): void;
  function clipOf(mediaId: string): string;
  function forgetStored(): void;
  function searchTitles(words: string): void;
  function gtag(command: 'event', name: string, parameters: object): void;
  function itemsOf(row: Row): RowItem[];
  function nameIds(kind: string, ids: readonly string[], signal: AbortSignal): Promise<Option[]>;
  function navigate(path: string): void;
  function offerRedirect(): void;
  function openSignIn(status: string): void;
  function play(mediaId: string, progress?: number): void;
  function redirect(path: string): Error;
  function report(error: unknown): void;
  function searchKeywords(query: string, signal: AbortSignal): Promise<Option[]>;
  function sendToGoogle(event: DiscovrEvent): void;
  function setFilters(filters: FilterSpec): void;
  function setTitle(title: MediaItem): void;
  function show(item: RowItem): void;
  function showCode(code: string, picture: string): void;
  function useConsent(): { hasConsent: boolean };
  function useMyTitleCount(filters: FilterSpec): number | undefined;
}
