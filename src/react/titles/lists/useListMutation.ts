'use client';

import type { MediaList } from '../../../api/facts.js';
import { listChange, type ListVariables } from './listChange.js';
import { listMethodNames } from './listMethodNames.js';
import { eventsOf } from '../../events/eventsOf.js';
import { requireMethod } from '../../provider/requireMethod.js';
import {
  useTitleMutation,
  type TitleMutationHook,
  type TitleMutationOptions,
  type TitleMutationResult,
} from '../useTitleMutation.js';

/** Options of a hook that adds titles to a list or removes them: TanStack's, except the key and the function. */
export type UseListMutationOptions = TitleMutationOptions<ListVariables>;

/** Result of a hook that adds titles to a list or removes them: TanStack's mutation. */
export type UseListMutationResult = TitleMutationResult<ListVariables>;

/** Adds titles to a list or removes them. */
export function useListMutation(
  caller: TitleMutationHook,
  list: MediaList,
  options: UseListMutationOptions | undefined,
): UseListMutationResult {
  return useTitleMutation(
    caller,
    (client) => {
      const names = listMethodNames[list];
      const add = requireMethod(client, names.add, caller);
      const remove = requireMethod(client, names.remove, caller);
      return (variables, owner) => ({
        mediaId: variables.mediaId,
        affected: listChange(owner, list, variables),
        async send() {
          const { mediaId, on } = variables;
          const result = await (on ? add : remove)(mediaId);
          eventsOf(client).emit({ type: 'titleAction', mediaId, list, on });
          return result;
        },
      });
    },
    options,
  );
}
