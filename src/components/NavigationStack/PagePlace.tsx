'use client';

import { Hero } from '../Hero/Hero.js';
import { Rail } from '../Rail/Rail.js';

/** The place of a page that is being created. */
export function PagePlace() {
  return (
    <>
      <Hero items={[]} isLoading />
      <Rail type="media" items={[]} isLoading />
      <Rail type="media" items={[]} isLoading />
    </>
  );
}
