'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { SuccessMessage } from '../../api/schemas/titles/list.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { useDiscovrContext } from '../provider/context.js';
import { ownerNow } from '../query/useOwner.js';
import type { Owner } from '../query/profileScope.js';
import type { DiscovrOperation } from '../failures/discovrFailure.js';
import { mutationOf } from '../query/queryDefaults.js';
import { runTitleChange, type TitleChange } from './titleChange.js';

/** TanStack's options for a mutation of a title, except the key and the function. */
export type TitleMutationOptions<Variables> = Omit<
  UseMutationOptions<SuccessMessage, DiscovrError, Variables>,
  'mutationFn' | 'mutationKey'
>;

/** TanStack's mutation of a title. */
export type TitleMutationResult<Variables> = UseMutationResult<SuccessMessage, DiscovrError, Variables>;

/** Name of a hook that creates a mutation of a title, for error messages. */
export type TitleMutationHook = `use${Capitalize<DiscovrOperation>}()`;

/**
 * Creates a mutation of a title.
 *
 * @param prepare throws when the client lacks a method; returns a function that turns variables into a change.
 */
export function useTitleMutation<Variables>(
  caller: TitleMutationHook,
  prepare: (client: DiscovrClientLike) => (variables: Variables, owner: Owner) => TitleChange<SuccessMessage>,
  options: TitleMutationOptions<Variables> | undefined,
): TitleMutationResult<Variables> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const changeOf = prepare(client);
  return useMutation<SuccessMessage, DiscovrError, Variables>(
    {
      ...mutationOf(operationOf(caller)),
      ...options,
      mutationFn: (variables) => {
        const owner = ownerNow(snapshots);
        return runTitleChange(client, queryClient, owner, changeOf(variables, owner));
      },
    },
    queryClient,
  );
}

function operationOf(caller: TitleMutationHook): DiscovrOperation {
  const name = caller.slice('use'.length, -'()'.length);
  // The type of the parameter allows only operations in the name.
  return (name.charAt(0).toLowerCase() + name.slice(1)) as DiscovrOperation;
}
