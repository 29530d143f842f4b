'use client';

import { distinctBy } from '../../api/schemas/distinctBy.js';
import type { ProviderItem } from '../../api/schemas/row.js';
import { providerNames } from '../../filters/vocabulary/providerNames.js';
import { brandColorOf } from '../../filters/vocabulary/watchProviders.js';
import { ProviderLogo } from '../../ui/options/ProviderLogo.js';
import { slotClass } from '../../ui/slotClass.js';
import type { TitleSheetPartProps } from './partProps.js';

/** Maximum number of cast members shown. */
const MAX_CAST = 12;

/** Props of {@link TitleSheetDetails}. */
export interface TitleSheetDetailsProps extends TitleSheetPartProps {
  headingLevel: 2 | 3 | 4;
}

/** Details of a title: overview, where to watch it, and cast. */
export function TitleSheetDetails({ sheet, item, messages, classNames, headingLevel }: TitleSheetDetailsProps) {
  const texts = messages.titleSheet;
  const { media, meta, isLoading, isMetaLoading } = sheet;
  const overview = media?.overview ?? item?.['overview'];
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
              {providers?.map(({ id, name, url }) => (
                <li key={name} className="discovr-TitleSheet-provider">
                  <ProviderLogo name={name} url={url} color={brandColorOf(id)} className="discovr-TitleSheet-logo" />
                  <bdi>{name}</bdi>
                </li>
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
  const named = providers.map(({ id, title, logo_path: url }) => ({ id, name: names.get(id) ?? title, url }));
  return distinctBy(named, ({ name }) => name);
}
