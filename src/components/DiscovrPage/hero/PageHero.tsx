'use client';

import type { RefObject } from 'react';
import { Hero, type HeroProps } from '../../Hero/Hero.js';
import { useFocusedTitle, type NoteFocus } from './useFocusedTitle.js';

/** Props of {@link PageHero}. */
export interface PageHeroProps extends Omit<HeroProps, 'preview'> {
  /** Receives the function to call when a card gets the focus; `undefined` if the hero does not follow the focus. */
  noteFocus: RefObject<NoteFocus | null> | undefined;
}

/** Renders the hero of a page. Only the hero renders again when the focus moves to another card. */
export function PageHero({ noteFocus, ...rest }: PageHeroProps) {
  return <Hero {...rest} preview={useFocusedTitle(noteFocus, rest.items)} />;
}
