'use client';

import { useRef } from 'react';
import type { ProviderItem } from '../../api/rows.js';
import { brandColorOf, providerNames } from '../../filters/vocabulary/watchProviders.js';
import { distinctBy } from '../../shared/distinctBy.js';
import { safeHref } from '../../shared/url.js';
import { joinClasses, slotClass } from '../../ui/classNames.js';
import { Icon } from '../../ui/Icon.js';
import { ProviderLogo } from '../../ui/options/OptionItem.js';
import type { DiscovrError } from '../../shared/errors.js';
import { useDebounced, useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useSession, useSessionRequest, type SessionRequestOptions } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/sessionState.js';
import { Alert } from '../../ui/Announcement.js';
import { textOfError, titleOfError, useRetryOnline } from '../../ui/FailureNotice.js';
import { LEVEL_BELOW, StateNotice } from '../../ui/StateNotice.js';
import { missingSessionOf, SessionNotice, textOfSession, titleOfSession } from '../../ui/SessionNotice.js';
import { leaveHead } from './TitleSheetActions.js';
import type { TitleSheetProps } from './types.js';
import type { TitleSheetPartProps, UseTitleSheetResult } from './useTitleSheet.js';

/** Maximum number of cast members shown. */
const MAX_CAST = 12;
/** How long the message of one failed part waits for the other part, in milliseconds. */
const GATHERING_MS = 1000;
const NO_ERRORS = { error: null, metaError: null };

/** Props of {@link TitleSheetDetails}. */
interface TitleSheetDetailsProps extends TitleSheetPartProps {
  mediaId: string;
  headingLevel: 2 | 3 | 4;
  providerHref: TitleSheetProps['providerHref'];
}

/** Details of a title: overview, where to watch it, and cast. */
export function TitleSheetDetails(props: TitleSheetDetailsProps) {
  const { mediaId, sheet, item, messages, classNames, headingLevel, providerHref } = props;
  const texts = messages.titleSheet;
  const { media, meta, isLoading, isMetaLoading } = sheet;
  const overview = media?.overview ?? (item && 'overview' in item ? item.overview : undefined);
  const cast = distinctBy(media?.cast ?? [], castKey).slice(0, MAX_CAST);
  const providers =
    meta?.providers &&
    distinctProviders(meta.providers)
      .map(({ provider, name }) => ({
        provider,
        name,
        href: safeHref(providerHref?.(provider, { mediaId, media })),
      }))
      .sort((a, b) => Number(!a.href) - Number(!b.href));
  const Heading = `h${LEVEL_BELOW[headingLevel]}` as const;
  return (
    <div className="discovr-TitleSheet-details">
      <div className="discovr-TitleSheet-main">
        {typeof overview === 'string' ? (
          <p className={slotClass(classNames, 'overview', 'discovr-TitleSheet-overview')}>
            <bdi>{overview}</bdi>
          </p>
        ) : (
          isLoading && <div className="discovr-TitleSheet-overview" data-placeholder="" aria-hidden="true" />
        )}
        <TitleSheetAlert {...props} />
        {(isMetaLoading || providers) && (
          <section className={slotClass(classNames, 'providers', 'discovr-TitleSheet-section')}>
            <Heading className="discovr-TitleSheet-heading">{texts.whereToWatch}</Heading>
            {providers?.length === 0 ? (
              <p className="discovr-TitleSheet-nowhere">{texts.nowhere}</p>
            ) : (
              <ul
                className="discovr-TitleSheet-providers"
                data-look={providers?.[0]?.href === undefined ? undefined : 'links'}
                data-placeholder={isMetaLoading ? '' : undefined}
              >
                {providers?.map((offer) => (
                  <TitleSheetProvider key={offer.name} {...offer} className={classNames?.providerLink} />
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
      {(isLoading || cast.length > 0) && (
        <section className={slotClass(classNames, 'cast', 'discovr-TitleSheet-section')}>
          <Heading className="discovr-TitleSheet-heading">{texts.cast}</Heading>
          <ul className="discovr-TitleSheet-cast" data-placeholder={isLoading ? '' : undefined}>
            {cast.map(({ name, character }) => (
              <li key={castKey({ name, character })} className="discovr-TitleSheet-person">
                <bdi>{name}</bdi>
                {character && <bdi className="discovr-TitleSheet-character">{character}</bdi>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Returns the key of a cast member. It includes the character, because one actor can play several characters. */
function castKey({ name, character }: { readonly name: string; readonly character?: string | undefined }): string {
  return JSON.stringify([name, character]);
}

/** Returns the services without repeated names, because users could not distinguish them. */
function distinctProviders(providers: readonly ProviderItem[]) {
  const names = providerNames(providers);
  const named = providers.map((provider) => ({ provider, name: names.get(provider.id) ?? provider.title }));
  return distinctBy(named, ({ name }) => name);
}

/** Shows what failed to load while something else has loaded, with a button to load it again. */
function TitleSheetAlert({ sheet, messages, classNames }: TitleSheetPartProps) {
  const texts = messages.titleSheet;
  const hasFailed = sheet.error !== null || sheet.metaError !== null;
  // When the other part fails too, one message for the whole sheet replaces this one, so that it is spoken once.
  const hasLasted = useDebounced(hasFailed, GATHERING_MS);
  const isShown = hasLasted || !(sheet.isLoading || sheet.isMetaLoading);
  const { error, metaError } = isShown ? sheet : NO_ERRORS;
  const hasAlert = isShown && hasFailed;
  const alert = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(() => {
    const body = alert.current?.closest<HTMLElement>('.discovr-TitleSheet-body');
    if (hasAlert && body) leaveHead(body);
  }, [hasAlert]);
  return (
    <div ref={alert} className={slotClass(classNames, 'alert', 'discovr-TitleSheet-alert')}>
      <Alert text={error ? texts.factsFailed : metaError ? texts.metaFailed : undefined}>
        <button type="button" className="discovr-Button" onClick={sheet.retry}>
          {texts.retry}
        </button>
      </Alert>
    </div>
  );
}

/** Props of {@link TitleSheetProvider}. */
interface TitleSheetProviderProps {
  provider: ProviderItem;
  /** Name, unique among the services of the title. */
  name: string;
  /** URL that the service links to, checked to be safe. */
  href: string | undefined;
  className: string | undefined;
}

/** Renders a service that offers a title: its logo and name, as a link with an arrow if it has a URL. */
function TitleSheetProvider({ provider, name, href, className }: TitleSheetProviderProps) {
  const { id, logo_path: url } = provider;
  const face = (
    <>
      <ProviderLogo name={name} url={url} color={brandColorOf(id)} className="discovr-TitleSheet-logo" />
      <bdi>{name}</bdi>
    </>
  );
  return (
    <li className="discovr-TitleSheet-provider">
      {href === undefined ? (
        face
      ) : (
        <a className={joinClasses('discovr-TitleSheet-providerLink', className)} href={href} rel="noopener noreferrer">
          {face}
          <Icon path="M6 3.5h6.5V10m0-6.5l-8.5 8.5" />
        </a>
      )}
    </li>
  );
}

/** Returns why a sheet has nothing to show, or `undefined` if something has loaded or is loading. */
export function unavailableReason({ error, metaError }: UseTitleSheetResult): DiscovrError | undefined {
  if (error?.code === 'NOT_FOUND') return error;
  return error && metaError ? error : undefined;
}

/** Returns the heading for a sheet with nothing to show. */
export function unavailableTitle(
  reason: DiscovrError,
  session: SessionState,
  { titleSheet, states }: Pick<TitleSheetPartProps['messages'], 'titleSheet' | 'states'>,
): string {
  const missing = missingSessionOf(session);
  if (missing) return titleOfSession(missing, states);
  return reason.code === 'NOT_FOUND' ? titleSheet.unavailable : titleOfError(reason, states);
}

/** Props of {@link TitleSheetUnavailable}. */
interface TitleSheetUnavailableProps extends TitleSheetPartProps, SessionRequestOptions {
  reason: DiscovrError;
  /** Whether the heading of the sheet is the name of the title. The notice then needs a heading of its own. */
  isNamed: boolean;
  headingLevel: 3 | 4 | 5;
  onClose: () => void;
}

/** Replaces the actions and details of a title that cannot be shown: says why, and has a single button that helps. */
export function TitleSheetUnavailable(props: TitleSheetUnavailableProps) {
  const { sheet, messages, classNames, reason, isNamed, headingLevel, onSessionRequired, onClose } = props;
  const texts = messages.titleSheet;
  const session = useSession();
  const missing = missingSessionOf(session);
  const request = useSessionRequest(onSessionRequired);
  const retry = () => sheet.retry();
  useRetryOnline(reason, retry);
  const looks = {
    headingLevel,
    look: 'start',
    className: joinClasses('discovr-TitleSheet-unavailable', classNames?.alert),
  } as const;
  // Without a way to sign in, the button closes the sheet.
  if (missing && request) {
    return (
      <SessionNotice {...looks} {...{ session: missing, messages, texts, onSessionRequired }} isUntitled={!isNamed} />
    );
  }
  const isMissing = reason.code === 'NOT_FOUND';
  const failure = isMissing ? texts.notFound : textOfError(reason, messages);
  return (
    <StateNotice
      {...looks}
      title={isNamed ? unavailableTitle(reason, session, messages) : undefined}
      text={missing ? textOfSession(missing, texts, messages.errors) : failure}
      action={isMissing || missing ? { label: texts.close, act: onClose } : { label: texts.retry, act: retry }}
      isFailure={!missing}
    />
  );
}
