'use client';

import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import type { SuccessMessage } from '../../api/lists.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useDiscovrContext } from '../provider/context.js';
import { ownerNow } from '../query/useScoped.js';
import type { Owner } from '../query/profileScope.js';
import type { DiscovrOperation } from '../failures/failures.js';
import { mutationOf, type DiscovrMutationOptions } from '../query/options.js';
import { beginTitleChange, type BegunTitleChange, type TitleChange } from './titleChange.js';

interface BegunMutation<Variables> extends BegunTitleChange<SuccessMessage> {
  readonly variables: Variables;
}

/** Name of a hook that creates a mutation of a title, for error messages. */
type TitleMutationHook = `use${Capitalize<DiscovrOperation>}()`;

/** Creates a mutation of a title, whose variables `changeOf` turns into a change. */
export function useTitleMutation<Variables>(
  caller: TitleMutationHook,
  changeOf: (client: DiscovrClientLike, variables: Variables, owner: Owner) => TitleChange<SuccessMessage>,
  options: DiscovrMutationOptions<SuccessMessage, Variables> | undefined,
): UseMutationResult<SuccessMessage, DiscovrError, Variables> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const [begun] = useState<BegunMutation<Variables>[]>(() => []);
  const begin = (variables: Variables) => {
    const owner = ownerNow(snapshots);
    const change = changeOf(client, variables, owner);
    const mutation = { variables, ...beginTitleChange({ client, queryClient, owner }, change) };
    begun.push(mutation);
    return mutation;
  };
  const find = (variables: Variables) => begun.find((mutation) => mutation.variables === variables);
  const end = (variables: Variables, isDone: boolean) => {
    const mutation = find(variables);
    if (!mutation) return;
    begun.splice(begun.indexOf(mutation), 1);
    mutation.end(isDone);
  };
  return useMutation<SuccessMessage, DiscovrError, Variables>(
    {
      ...mutationOf(operationOf(caller)),
      ...options,
      // The change begins and ends here and not in `mutationFn`, which runs again for each retry that the app has set.
      onMutate(variables, ...rest) {
        begin(variables);
        return options?.onMutate?.(variables, ...rest);
      },
      // A mutation that TanStack has restored has not begun.
      mutationFn: (variables) => (find(variables) ?? begin(variables)).send(),
      onSuccess(data, variables, ...rest) {
        end(variables, true);
        return options?.onSuccess?.(data, variables, ...rest);
      },
      onError(error, variables, ...rest) {
        end(variables, false);
        return options?.onError?.(error, variables, ...rest);
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
