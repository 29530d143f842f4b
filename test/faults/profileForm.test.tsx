import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('profile form');

const CREATE = 'POST /profiles';
const add = ({ click }: Scene) => click('Add profile');
const save = ({ click }: Scene) => click('Save');

const adding = {
  session: 'signedIn',
  given: async (scene: Scene) => {
    await scene.open();
    await scene.click('Add profile');
    await scene.pass(1);
    await scene.type('Name', 'Kim');
  },
} as const;
const editing = {
  session: 'signedIn',
  given: async (scene: Scene) => {
    await scene.open();
    await scene.click('Manage profiles');
    await scene.click('Edit Sam');
    await scene.pass(1);
    await scene.type('Name', 'my');
  },
} as const;
const expectKeptName = () => expect(screen.getByLabelText('Name')).toHaveValue('Kim');

row('adding: no network', {
  ...adding,
  does: 'Does not retry, because the profile may exist; reloads the list and keeps the input.',
  when: offline(add),
  proof: expectKeptName,
  again: add,
});

row('adding: 503', {
  ...adding,
  does: 'Does not retry; reloads the list.',
  when: failing(CREATE, { kind: 'status', status: 503 }, add),
  proof: expectKeptName,
  again: add,
});

row('adding: the server rejects the name', {
  ...adding,
  does: 'Shows the error under the field and focuses it.',
  when: failing(
    CREATE,
    { kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues: [{ path: ['name'], message: 'taken' }] },
    add,
  ),
  proof: () => expect(screen.getByLabelText('Name')).toHaveFocus(),
  again: async (scene) => {
    await scene.type('Name', 'my');
    await add(scene);
  },
});

row('adding: the images fail to load', {
  session: 'signedIn',
  does: 'Offers to try again.',
  given: (scene) => scene.open(),
  when: failing('GET /profile-images', { kind: 'status', status: 503 }, add, 9),
});

row('saving: no network', {
  ...editing,
  does: 'Does not retry; keeps the input.',
  when: offline(save),
  proof: () => expect(screen.getByLabelText('Name')).toHaveValue('Sammy'),
  again: save,
});

row('saving: the profile was deleted elsewhere', {
  ...editing,
  does: 'Reloads the list.',
  given: async (scene) => {
    await editing.given(scene);
    await scene.deleteElsewhere(scene.sam);
  },
  when: save,
  again: ({ click }) => click('Cancel'),
});

row('deleting: no network', {
  session: 'signedIn',
  given: async (scene) => {
    await scene.open();
    await scene.click('Manage profiles');
    await scene.click('Edit Sam');
    await scene.click('Delete Sam');
  },
  does: 'Does not retry; the profile stays in the list.',
  when: offline(({ click }) => click('Delete profile')),
  again: ({ click }) => click('Delete profile'),
});

end();
