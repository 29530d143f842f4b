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

/** States with rules of the library, which an app overrides with rules for the state. Elements in them are skipped. */
const STATE =
  ':hover, :focus, :disabled, [data-chosen], [data-active], [aria-pressed="true"], [aria-current], [aria-invalid]';

/**
 * Gives each element of the library on the page a class with a later rule, as an app would, and lists the properties
 * that this rule does not change. The list is empty when the stylesheet is correct.
 */
export function strongerThanAClass(wrap: (rule: string) => string = (rule) => rule): string[] {
  const sheet = document.createElement('style');
  sheet.textContent = wrap(`.own-look { border-top-style: solid; transition: none; ${toCss(OWN_LOOK)} }`);
  document.head.append(sheet);
  const found = ownElements()
    .filter((element) => !element.matches(STATE))
    .flatMap((element) => {
      element.classList.add('own-look');
      const style = getComputedStyle(element);
      const stayed = Object.entries(OWN_LOOK).filter(
        ([property, value]) => style[property as keyof typeof OWN_LOOK] !== value,
      );
      const lines = stayed.map(([property]) => `${property} ${style[property as keyof typeof OWN_LOOK]}`);
      element.classList.remove('own-look');
      return lines.map((line) => `${nameOf(element)} ${line}`);
    });
  sheet.remove();
  return found;
}

function toCss(look: Readonly<Record<string, string>>): string {
  return Object.entries(look)
    .map(([property, value]) => `${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join(' ');
}
