import { Controller, useForm } from 'react-hook-form';
import Select from 'react-select';
import { defaultValues, genres, providers, regions, words } from './fields.js';
import { Actions, Group, MediaType, PageName, Ranges } from './native.jsx';

/** The form built with native elements, and with react-select in its default configuration for the lists. */
function ReactSelectForm() {
  const { control, register, handleSubmit } = useForm({ defaultValues });
  return (
    <form aria-label={words.label} noValidate onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <MediaType register={register} />
      <Choices control={control} name="genres" label={words.genres} options={genres} />
      <Ranges register={register} />
      <Choices control={control} name="regions" label={words.regions} options={regions} />
      <Choices control={control} name="watchProviders" label={words.watchProviders} options={providers} />
      <PageName register={register} />
      <Actions />
    </form>
  );
}

const labelOf = ({ label }) => label;
const idOf = ({ id }) => id;

function Choices({ control, name, label, options }) {
  return (
    <Group legend={label}>
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange, ...field } }) => (
          <Select
            {...field}
            isMulti
            aria-label={label}
            options={options}
            getOptionLabel={labelOf}
            getOptionValue={idOf}
            value={options.filter(({ id }) => value.includes(id))}
            onChange={(chosen) => onChange(chosen.map(idOf))}
          />
        )}
      />
    </Group>
  );
}

export const form = () => <ReactSelectForm />;
