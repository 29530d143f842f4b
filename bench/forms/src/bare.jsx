import { genres, providers, regions, words } from './fields.js';
import { Actions, Group, MediaType, PageName, Ranges } from './native.jsx';

/**
 * Renders bare HTML: each native control that our form shows when it mounts (radios, checkboxes, inputs, search fields,
 * buttons) with its label and legend. It has no state, handlers, library, class names, stylesheet, icons or logos.
 *
 * @param areRegionsListed whether a `<select multiple>` lists the 249 regions. Otherwise the list is closed, as in our
 * form.
 */
function BareForm({ areRegionsListed }) {
  return (
    <form aria-label={words.label} noValidate>
      <p>{words.summary}</p>
      <MediaType />
      <Group legend={words.genres}>
        <Checkboxes name="genres" options={genres} />
      </Group>
      <Ranges />
      <Group legend={words.regions}>
        {areRegionsListed ? (
          <select name="regions" multiple aria-label={words.regions}>
            {regions.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <>
            <input type="search" aria-label={words.searchRegions} placeholder={words.searchRegions} />
            <button type="button">Show list</button>
          </>
        )}
      </Group>
      <Group legend={words.watchProviders}>
        <input type="search" aria-label={words.searchWatchProviders} placeholder={words.searchWatchProviders} />
        <Checkboxes name="watchProviders" options={providers} />
      </Group>
      <PageName />
      <Actions />
    </form>
  );
}

function Checkboxes({ name, options }) {
  return (
    <ul>
      {options.map(({ id, label }) => (
        <li key={id}>
          <label>
            <input type="checkbox" name={name} value={id} />
            {label}
          </label>
        </li>
      ))}
    </ul>
  );
}

export const closed = () => <BareForm areRegionsListed={false} />;
export const listed = () => <BareForm areRegionsListed />;
