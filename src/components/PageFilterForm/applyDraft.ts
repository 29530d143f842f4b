import type { MutationOptions, QueryClient } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import type { CreatePagePayload, CreatePageResponse } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { filterFields, filterKinds } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { validFormValues, type PageFilterFormValues, type PageFilterPayload } from '../../filters/formValues.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { eventsOf } from '../../react/events/events.js';
import { keepDraft } from '../../react/filters/keptDraft.js';
import { createPageMutation } from '../../react/pages/queries.js';
import { isAbortError, isDiscovrError, type DiscovrError, type DiscovrIssue } from '../../shared/errors.js';
import { isSessionError, type FieldName } from './fieldErrors.js';
import type { FilterFormMessages } from './filterFormMessages.js';
import type { PageFilterFormController, UsePageFilterFormOptions } from './types.js';

/** What {@link applyDraft} needs of a form. */
export interface AppliedForm {
  readonly form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>;
  readonly options: UsePageFilterFormOptions;
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  readonly messages: FilterFormMessages;
  readonly announce: (text: string) => void;
  readonly setApplied: (filters: FilterSpec) => void;
  readonly setCreation: (creation: Creation) => void;
  /** Forgets the request for a page and its failure. */
  readonly forgetCreation: () => void;
  /** Whether the form is still in the document. */
  readonly isMounted: boolean;
}

/** The request for a page, as the form shows it. */
export type Creation = Pick<PageFilterFormController, 'status' | 'page' | 'error'>;

/**
 * Validates a draft and applies it: creates its page, or only reports it. Shows server errors on their fields.
 *
 * @param latest returns the form as it is now, because the app may render it again while the page is being created.
 */
export async function applyDraft(latest: () => AppliedForm): Promise<void> {
  const submit = latest().form.handleSubmit(async (payload) => {
    const { options, setCreation } = latest();
    if (options.createsPage === false) return report(latest(), payload);
    setCreation({ status: 'creating', page: undefined, error: null });
    let page: CreatePageResponse;
    try {
      page = await createPage(latest(), payload);
    } catch (error) {
      // Neither an abort nor what happens to a hidden form is reported.
      if (!latest().isMounted || !isDiscovrError(error) || isAbortError(error)) return latest().forgetCreation();
      setCreation({ status: 'failed', page: undefined, error });
      return showFailure(latest(), error);
    }
    if (!latest().isMounted) return latest().forgetCreation();
    setCreation({ status: 'created', page, error: null });
    report(latest(), payload, page);
  });
  await submit();
}

/** Creates a page as `useCreatePage` does. Without its observer, which the form needs for nothing else. */
function createPage({ client, queryClient }: AppliedForm, payload: PageFilterPayload): Promise<CreatePageResponse> {
  const options: MutationOptions<CreatePageResponse, DiscovrError, CreatePagePayload | void> =
    queryClient.defaultMutationOptions(createPageMutation(client, queryClient));
  return queryClient.getMutationCache().build(queryClient, options).execute(payload);
}

function report(
  { options, client, messages, announce, setApplied }: AppliedForm,
  payload: PageFilterPayload,
  page?: CreatePageResponse,
): void {
  const { pageFilters: filters = {}, name } = payload;
  const { applied, created, createdNamed } = messages.announcements;
  announce(page ? (name ? formatMessage(createdNamed, { name }) : created) : applied);
  setApplied(filters);
  eventsOf(client).emit({ type: 'filtersApplied', filters, reason: 'apply' });
  options.onFiltersChange?.(filters, { reason: 'apply' });
  if (page) options.onPageCreated?.(page, payload);
}

function showFailure({ form, options, client, messages, announce }: AppliedForm, error: DiscovrError): void {
  for (const [index, issue] of (error.issues ?? []).entries()) {
    const field = fieldOfIssue(issue);
    if (field) form.setError(field, { type: 'server', message: issue.message }, { shouldFocus: index === 0 });
  }
  if (isSessionError(error)) {
    keepDraft(client, validFormValues(form.getValues()));
    // The notice above the buttons is not a live region.
    announce(sessionErrorText(error, messages));
  }
  if (error.code === 'NOT_SIGNED_IN') options.onSessionRequired?.('signedOut');
  if (error.code === 'NO_ACTIVE_PROFILE') options.onSessionRequired?.('signedIn');
}

/** Returns the sentence that announces that a user has to sign in or choose a profile. */
function sessionErrorText(error: DiscovrError, messages: FilterFormMessages): string {
  if (error.code === 'NOT_SIGNED_IN') return messages.form.signedOut;
  return error.code === 'NO_ACTIVE_PROFILE' ? messages.form.noProfile : errorMessage(error, messages);
}

const FIELD_BY_PAYLOAD_KEY = new Map<string, FieldName>(
  filterKinds.flatMap((kind) => {
    const { keys, fields }: { keys: readonly string[]; fields: readonly FieldName[] } = filterFields[kind];
    return keys.map((key, index) => [key, fields[index]!] as const);
  }),
);

/** Returns the names of the parts of the form that an error is about. */
export function partsOf({ issues = [] }: DiscovrError, { form }: Pick<FilterFormMessages, 'form'>): string[] {
  const fields = new Set<string | undefined>(issues.map(fieldOfIssue));
  const kinds = filterKinds.filter((kind) => filterFields[kind].fields.some((field) => fields.has(field)));
  return [...kinds.map((kind) => form[kind]), ...(fields.has('name') ? [form.pageName] : [])];
}

/** Returns the field that an issue with the payload belongs to, or `undefined` when it belongs to none. */
export function fieldOfIssue({ path }: DiscovrIssue): FieldName | undefined {
  const [first, second] = path.map(String);
  if (first === 'name') return 'name';
  const key = first === 'pageFilters' ? second : first;
  return key === undefined ? undefined : FIELD_BY_PAYLOAD_KEY.get(key);
}
