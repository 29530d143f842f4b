import { lazy, Suspense, type ComponentProps, type FunctionComponent } from 'react';

/** Storybook loads the page beside the shown story in advance. It would otherwise load all it needs to show pages. */
const GuidePage = lazy(async () => ({ default: (await import('./GuidePage.js')).GuidePage }));

/** Shows a page of the site. */
export function SitePage(props: ComponentProps<typeof GuidePage>) {
  return (
    <Suspense>
      <GuidePage {...props} />
    </Suspense>
  );
}

/** Gives a page its title, which Storybook reads from the file. */
export const Meta: FunctionComponent<{ title: string }> = () => null;
