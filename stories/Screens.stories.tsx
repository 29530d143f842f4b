import type { Meta, StoryObj } from '@storybook/react-vite';
import './support/screens.css';

/** The story that shows each screen. */
const screens = {
  'Filter form': 'filter-form--filled',
  'Filter dialog': 'filter-form-in-a-dialog--open',
  'Active filters': 'filter-form-active-filters--several',
  'Sign-in': 'sign-in-by-popup--idle',
  'Sign-in by code': 'sign-in-by-code--waiting',
  Profiles: 'sign-in-profiles--several',
  'Profile editor': 'sign-in-profiles--editing',
  Page: 'page-discovr-page--everything',
  Navigation: 'page-navigation--brand-and-actions',
  'Title sheet': 'page-title-sheet--film',
  'Empty page': 'page-empty-page--several-help',
  'Signed out': 'page-discovr-page--signed-out',
};
const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1280, height: 860 },
];
const schemes = ['light', 'dark'];

interface Args {
  /** The screen to show, or `all`. */
  screen: string;
}

/** Each screen at three widths, in the light and in the dark scheme. */
const meta = {
  title: 'All screens',
  args: { screen: 'all' },
  argTypes: { screen: { control: 'select', options: ['all', ...Object.keys(screens)] } },
  // The frames load other stories from the server of Storybook, and each of those stories is a test of its own.
  tags: ['!test'],
  parameters: { withoutProvider: true },
} satisfies Meta<Args>;

export default meta;

/** Choose one screen in the controls to see only that. */
export const AllScreens: StoryObj<Args> = {
  render: ({ screen }) => (
    <main className="screens">
      {Object.entries(screens)
        .filter(([name]) => screen === 'all' || screen === name)
        .map(([name, story]) => (
          <section key={name}>
            <h2>{name}</h2>
            {schemes.map((scheme) => (
              <div key={scheme} className="screens-row">
                {sizes.map(({ width, height }) => (
                  // oxlint-disable-next-line react/iframe-missing-sandbox -- The frames show this Storybook itself.
                  <iframe
                    key={width}
                    title={`${name}, ${width} pixels wide, ${scheme}`}
                    src={`iframe.html?id=${story}&viewMode=story&globals=scheme:${scheme}`}
                    width={width}
                    height={height}
                    loading="lazy"
                  />
                ))}
              </div>
            ))}
          </section>
        ))}
    </main>
  ),
};
