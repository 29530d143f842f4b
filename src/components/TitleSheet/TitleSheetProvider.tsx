'use client';

import type { ProviderItem } from '../../api/rows.js';
import { brandColorOf } from '../../filters/vocabulary/watchProviders.js';
import { ProviderLogo } from '../../ui/options/ProviderLogo.js';
import { joinClasses } from '../../ui/slotClass.js';

/** Props of {@link TitleSheetProvider}. */
export interface TitleSheetProviderProps {
  provider: ProviderItem;
  /** Name, unique among the services of the title. */
  name: string;
  /** URL that the service links to, checked to be safe. */
  href: string | undefined;
  className: string | undefined;
}

/** Renders a service that offers a title: its logo and name, as a link if it has a URL. */
export function TitleSheetProvider({ provider, name, href, className }: TitleSheetProviderProps) {
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
