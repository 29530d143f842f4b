import { useWatch } from 'react-hook-form';
import { PageFilterFormRoot, usePageFilterForm } from 'discovr-react';

/** Custom markup that reads everything through the result of a hook, so that the React Compiler caches what it can. */
export function OwnFilters() {
  const ownForm = usePageFilterForm();
  const { form, summary, activeFilters, removeFilter } = ownForm;
  const runtimeMax = useWatch({ control: form.control, name: 'runtimeMax' });
  const { isDirty } = form.formState;
  return (
    <PageFilterFormRoot controller={ownForm} aria-label="Own filters">
      <label>
        Longest runtime <input type="number" {...form.register('runtimeMax')} />
      </label>
      <output aria-label="Own summary">{summary}</output>
      <output aria-label="Own value">{runtimeMax}</output>
      <output aria-label="Own state">{isDirty ? 'changed' : 'unchanged'}</output>
      {activeFilters.map((filter) => (
        <button key={filter.kind} type="button" onClick={() => removeFilter(filter)}>
          Drop {filter.label}
        </button>
      ))}
    </PageFilterFormRoot>
  );
}
