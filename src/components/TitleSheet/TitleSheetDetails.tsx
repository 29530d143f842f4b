'use client';

import type { ProviderItem } from '../../api/rows.js';
import { brandColorOf, providerNames } from '../../filters/vocabulary/watchProviders.js';
import { distinctBy } from '../../shared/distinctBy.js';
import { safeHref } from '../../shared/url.js';
import { joinClasses, slotClass } from '../../ui/classNames.js';
import { ProviderLogo } from '../../ui/options/OptionItem.js';
import type { TitleSheetProps } from './types.js';
import type { TitleSheetPartProps } from './useTitleSheet.js';

/** Maximum number of cast members shown. */
const MAX_CAST = 12;

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
  const providers = meta?.providers && distinctProviders(meta.providers);
  const Heading = `h${headingLevel + 1}` as 'h3' | 'h4' | 'h5';
  return (
    <div className="discovr-TitleSheet-details">
      {typeof overview === 'string' ? (
        <p className={slotClass(classNames, 'overview', 'discovr-TitleSheet-overview')}>
          <bdi>{overview}</bdi>
        </p>
      ) : (
        isLoading && <div className="discovr-TitleSheet-overview" data-placeholder="" aria-hidden="true" />
      )}
      {(isMetaLoading || providers) && (
        <section data-of="providers" className={slotClass(classNames, 'providers', 'discovr-TitleSheet-section')}>
          <Heading className="discovr-TitleSheet-heading">{texts.whereToWatch}</Heading>
          {providers?.length === 0 ? (
            <p className="discovr-TitleSheet-nowhere">{texts.nowhere}</p>
          ) : (
            <ul className="discovr-TitleSheet-providers" data-placeholder={isMetaLoading ? '' : undefined}>
              {providers?.map(({ provider, name }) => (
                <TitleSheetProvider
                  key={name}
                  provider={provider}
                  name={name}
                  href={safeHref(providerHref?.(provider, { mediaId, media }))}
                  className={classNames?.providerLink}
                />
              ))}
            </ul>
          )}
        </section>
      )}
      {(isLoading || cast.length > 0) && (
        <section data-of="cast" className={slotClass(classNames, 'cast', 'discovr-TitleSheet-section')}>
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

/** Props of {@link TitleSheetProvider}. */
interface TitleSheetProviderProps {
  provider: ProviderItem;
  /** Name, unique among the services of the title. */
  name: string;
  /** URL that the service links to, checked to be safe. */
  href: string | undefined;
  className: string | undefined;
}

/** Renders a service that offers a title: its logo and name, as a link if it has a URL. */
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
        </a>
      )}
    </li>
  );
}
