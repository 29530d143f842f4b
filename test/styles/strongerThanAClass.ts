import { nameOf, ownElements } from './ownElements.js';

/** Declarations of an app's rule, with values that no rule of the library has. */
const OWN_LOOK = {
  color: 'rgb(1, 2, 3)',
  backgroundColor: 'rgb(4, 5, 6)',
  paddingTop: '3.5px',
  paddingLeft: '4.5px',
  marginTop: '1.5px',
  borderTopWidth: '7px',
  borderTopLeftRadius: '8.5px',
  fontSize: '21.5px',
  fontWeight: '300',
  lineHeight: '29.5px',
  letterSpacing: '0.25px',
  textAlign: 'right',
  textTransform: 'capitalize',
  minHeight: '9.5px',
  boxShadow: 'rgb(7, 8, 9) 0px 0px 1px 0px',
} as const;

/** States for which the library has rules. These rules win over a class, so elements in these states are skipped. */
const STATE =
  ':hover, :focus, label:focus-within, :disabled, [aria-disabled], [data-chosen], [data-active], [aria-pressed="true"], [aria-current], [aria-invalid], [data-over-hero], [data-scrolled]';

/**
 * Adds a class with a later rule to each element of the library in the document, as an app would, and lists the
 * properties that this rule does not change. The list is empty when the stylesheet is correct.
 */
export function strongerThanAClass(wrap: (rule: string) => string = (rule) => rule): string[] {
  const sheet = document.createElement('style');
  sheet.textContent = wrap(`.own-look { border-top-style: solid; transition: none; ${toCss(OWN_LOOK)} }`);
  const elements = ownElements().filter((element) => !element.matches(STATE));
  const names = elements.map(nameOf);
  document.head.append(sheet);
  for (const element of elements) element.classList.add('own-look');
  const found = elements.flatMap((element, index) => {
    const style = getComputedStyle(element);
    return Object.entries(OWN_LOOK)
      .map(([property, value]) => ({ property, value, actual: style[property as keyof typeof OWN_LOOK] }))
      .filter(({ value, actual }) => actual !== value)
      .map(({ property, actual }) => `${names[index]} ${property} ${actual}`);
  });
  for (const element of elements) element.classList.remove('own-look');
  sheet.remove();
  return found;
}

function toCss(look: Readonly<Record<string, string>>): string {
  return Object.entries(look)
    .map(([property, value]) => `${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join(' ');
}
