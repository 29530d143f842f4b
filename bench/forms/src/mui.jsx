import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { Controller, useForm } from 'react-hook-form';
import { defaultValues, genres, mediaTypes, providers, ranges, regions, words } from './fields.js';

/** The form built with MUI. It shows the options that our form shows, and uses native date fields. */
function MuiForm() {
  const { control, register, handleSubmit } = useForm({ defaultValues });
  return (
    <form aria-label={words.label} noValidate onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <Group legend={words.mediaType}>
        <Controller
          control={control}
          name="mediaType"
          render={({ field }) => (
            <RadioGroup {...field} row>
              {mediaTypes.map(({ id, label }) => (
                <FormControlLabel key={id} value={id} label={label} control={<Radio />} />
              ))}
            </RadioGroup>
          )}
        />
      </Group>
      <Checkboxes control={control} name="genres" legend={words.genres} options={genres} />
      {ranges.map(({ legend, type, min, bounds, shortcuts }) => (
        <Group key={legend} legend={legend}>
          {bounds.map(({ name, label }) => (
            <TextField
              key={name}
              {...register(name)}
              type={type}
              label={label}
              slotProps={{ htmlInput: { min }, inputLabel: { shrink: true } }}
            />
          ))}
          <div>
            {shortcuts.map((label) => (
              <Button key={label} size="small">
                {label}
              </Button>
            ))}
          </div>
        </Group>
      ))}
      <Controller
        control={control}
        name="regions"
        render={({ field: { value, onChange, ref, ...field } }) => (
          <Autocomplete
            {...field}
            multiple
            options={regions}
            value={regions.filter(({ id }) => value.includes(id))}
            onChange={(_event, chosen) => onChange(chosen.map(({ id }) => id))}
            renderInput={(params) => <TextField {...params} inputRef={ref} label={words.regions} />}
          />
        )}
      />
      <Checkboxes control={control} name="watchProviders" legend={words.watchProviders} options={providers} />
      <TextField {...register('name')} label={words.pageName} helperText={words.pageNameHint} />
      <div>
        <Button type="submit" variant="contained">
          {words.apply}
        </Button>
        <Button>{words.reset}</Button>
        <Button>{words.clearAll}</Button>
      </div>
    </form>
  );
}

function Group({ legend, children }) {
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{legend}</FormLabel>
      {children}
    </FormControl>
  );
}

function Checkboxes({ control, name, legend, options }) {
  return (
    <Group legend={legend}>
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange, ref, ...field } }) => (
          <FormGroup row>
            {options.map(({ id, label }, index) => (
              <FormControlLabel
                key={id}
                label={label}
                control={
                  <Checkbox
                    {...field}
                    slotProps={{ input: { ref: index === 0 ? ref : undefined } }}
                    checked={value.includes(id)}
                    onChange={(_event, isChosen) =>
                      onChange(isChosen ? [...value, id] : value.filter((other) => other !== id))
                    }
                  />
                }
              />
            ))}
          </FormGroup>
        )}
      />
    </Group>
  );
}

export const form = () => <MuiForm />;
