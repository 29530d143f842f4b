import type { EmulatorControl } from '../../../src/emulator/control.js';
import type { EmulatorOptions } from '../../../src/emulator/emulatorOptions.js';
import type { EmulatorState } from '../../../src/emulator/types.js';

/** Options of an emulator in a worker. Without the clock, because messages cannot contain functions. */
export type WorkerEmulatorOptions = Omit<EmulatorOptions, 'now'>;

/** Message from the page to its emulator. */
export type MessageToWorker =
  | ({ readonly type: 'request'; readonly method: string; readonly url: string } & Content)
  | { readonly type: 'control'; readonly name: ForwardedControl; readonly args: readonly unknown[] }
  /** Grants and authorization codes that the page has issued. */
  | ({ readonly type: 'issued' } & Pick<EmulatorState, 'grants' | 'authorizationCodes'>);

/** Response of an emulator. */
export interface MessageToPage extends Content {
  readonly status: number;
  /** Profiles of the account after the request. */
  readonly profiles: EmulatorState['profiles'];
}

/** Controls that change the state of the emulator, and return nothing. */
export type ForwardedControl = keyof Pick<
  EmulatorControl,
  'expireSession' | 'outdatePages' | 'revoke' | 'approveDevice' | 'denyDevice'
>;

/** Content of a request or its response. */
interface Content {
  /** Id of the request. */
  readonly id: number;
  readonly headers: [string, string][];
  /** Empty if there is no body. */
  readonly body: ArrayBuffer;
}
