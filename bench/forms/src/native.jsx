import { useId } from 'react';
import { mediaTypes, ranges, words } from './fields.js';

/** A group of fields. All fields of this module are native. The bare form and the react-select form use them. */
export function Group({ legend, children }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

export function MediaType({ register }) {
  return (
    <Group legend={words.mediaType}>
      {mediaTypes.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" value={id} {...(register?.('mediaType') ?? { name: 'mediaType' })} />
          {label}
        </label>
      ))}
    </Group>
  );
}

export function Ranges({ register }) {
  return ranges.map(({ legend, type, min, bounds, shortcuts }) => (
    <Group key={legend} legend={legend}>
      {bounds.map(({ name, label }) => (
        <label key={name}>
          {label} <input type={type} min={min} {...(register?.(name) ?? { name })} />
        </label>
      ))}
      <div>
        {shortcuts.map((label) => (
          <button key={label} type="button">
            {label}
          </button>
        ))}
      </div>
    </Group>
  ));
}

export function PageName({ register }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{words.pageName}</label>
      <input id={id} type="text" {...(register?.('name') ?? { name: 'name' })} />
      <p>{words.pageNameHint}</p>
    </div>
  );
}

export function Actions() {
  return (
    <div>
      <button type="submit">{words.apply}</button>
      <button type="button">{words.reset}</button>
      <button type="button">{words.clearAll}</button>
    </div>
  );
}
