import {
  Button,
  Checkbox,
  Chip,
  Fieldset,
  Group as Row,
  MantineProvider,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  TextInput,
} from '@mantine/core';
import '@mantine/core/styles.css';
import { Controller, useForm } from 'react-hook-form';
import { defaultValues, genres, mediaTypes, providers, ranges, regions, words } from './fields.js';

const selectData = (options) => options.map(({ id, label }) => ({ value: id, label }));
const mediaTypeData = selectData(mediaTypes);
const regionData = selectData(regions);

/** The form built with Mantine. It shows the options that our form shows, and uses native date fields. */
function MantineForm() {
  const { control, register, handleSubmit } = useForm({ defaultValues });
  const controlled = (name, render) => (
    <Controller control={control} name={name} render={({ field }) => render(field)} />
  );
  return (
    <form aria-label={words.label} noValidate onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <Fieldset legend={words.mediaType}>
        {controlled('mediaType', (field) => (
          <SegmentedControl {...field} data={mediaTypeData} />
        ))}
      </Fieldset>
      <Fieldset legend={words.genres}>
        {controlled('genres', ({ value, onChange }) => (
          <Chip.Group multiple value={value} onChange={onChange}>
            <Row>
              {genres.map(({ id, label }) => (
                <Chip key={id} value={id}>
                  {label}
                </Chip>
              ))}
            </Row>
          </Chip.Group>
        ))}
      </Fieldset>
      {ranges.map(({ legend, type, min, bounds, shortcuts }) => (
        <Fieldset key={legend} legend={legend}>
          {bounds.map(({ name, label }) =>
            type === 'number' ? (
              <div key={name}>
                {controlled(name, (field) => (
                  <NumberInput {...field} label={label} min={Number(min)} />
                ))}
              </div>
            ) : (
              <TextInput key={name} {...register(name)} type={type} label={label} min={min} />
            ),
          )}
          <Button.Group>
            {shortcuts.map((label) => (
              <Button key={label} variant="default" size="xs">
                {label}
              </Button>
            ))}
          </Button.Group>
        </Fieldset>
      ))}
      <Fieldset legend={words.regions}>
        {controlled('regions', (field) => (
          <MultiSelect {...field} data={regionData} searchable aria-label={words.regions} />
        ))}
      </Fieldset>
      <Fieldset legend={words.watchProviders}>
        {controlled('watchProviders', ({ value, onChange }) => (
          <Checkbox.Group value={value} onChange={onChange}>
            {providers.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Checkbox.Group>
        ))}
      </Fieldset>
      <TextInput {...register('name')} label={words.pageName} description={words.pageNameHint} />
      <Row>
        <Button type="submit">{words.apply}</Button>
        <Button variant="default">{words.reset}</Button>
        <Button variant="default">{words.clearAll}</Button>
      </Row>
    </form>
  );
}

export const form = () => (
  <MantineProvider>
    <MantineForm />
  </MantineProvider>
);
