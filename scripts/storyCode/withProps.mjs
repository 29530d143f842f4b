import { namesIn } from './syntax.mjs';

/**
 * Writes the props of a story where its code spreads them: `<Rail {...args} />` becomes `<Rail type="media" />`.
 * Returns the text and the names that the props use. Code that uses the props in another way gets them as an object.
 *
 * @param spread the name of the spread object.
 * @param props the values, as nodes, by the name of the prop.
 */
export function withProps(text, spread, props, code) {
  const given = Object.entries(props).filter(([, value]) => code.slice(value.start, value.end) !== 'undefined');
  const names = new Set(given.flatMap(([, value]) => [...namesIn(value)]));
  if (spread === '' || !new RegExp(`\\b${spread}\\b`).test(text)) return { text, names: new Set() };
  const attributes = given.map(([name, value]) => attributeOf(name, value, code)).join(' ');
  const written = text.replaceAll(`{...${spread}}`, () => attributes);
  if (!new RegExp(`\\b${spread}\\b`).test(written)) return { text: written, names };
  const object = `const ${spread} = { ${given.map(([name, value]) => `${name}: ${code.slice(value.start, value.end)}`).join(', ')} };`;
  return { text: text.startsWith('{') ? `{\n${object}\n${text.slice(1)}` : text, names };
}

function attributeOf(name, value, code) {
  const text = code.slice(value.start, value.end);
  if (text === 'true') return name;
  if (value.type === 'Literal' && typeof value.value === 'string' && !/["\\]/.test(value.value))
    return `${name}="${value.value}"`;
  return `${name}={${text}}`;
}
