/** The model years in the Storybook toolbar, with the browser and stylesheet of their televisions. */
export const modelYears = [
  { value: 'none', title: 'none' },
  { value: '2025', title: '2025: Chromium 120, styles.css' },
  { value: '2024', title: '2024: Chromium 108, styles.css' },
  { value: '2023', title: '2023: Chromium 94, styles.tv.css' },
  { value: '2022', title: '2022: Chromium 85 or 87, styles.tv.css' },
];

/** A value of {@link modelYears}. */
export type ModelYear = 'none' | '2025' | '2024' | '2023' | '2022';

let televisionSheet: HTMLLinkElement | undefined;

/** Loads the stylesheet for the televisions of a year. Only the stylesheet is theirs: the browser stays the same. */
export async function applyModelYear(year: ModelYear): Promise<void> {
  const isOld = year === '2022' || year === '2023';
  if (isOld && !televisionSheet) televisionSheet = await loadTelevisionSheet();
  if (televisionSheet?.sheet) televisionSheet.sheet.disabled = !isOld;
  for (const sheet of document.styleSheets) if (isPlain(sheet)) sheet.disabled = isOld;
}

/** Loads the stylesheet that `.storybook/main.ts` serves. */
async function loadTelevisionSheet(): Promise<HTMLLinkElement> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'styles.tv.css';
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
  return link;
}

/** Whether a stylesheet contains `styles.css`. */
function isPlain({ cssRules }: CSSStyleSheet): boolean {
  return [...cssRules].some((rule) => rule instanceof CSSStyleRule && rule.style.getPropertyValue('--d-sheet-plain'));
}
