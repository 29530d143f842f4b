import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DiscovrProvider } from '../../src/react/provider/DiscovrProvider.js';
import { createTestDiscovr, type TestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { MinimalSdk } from './MinimalSdk.js';

/** A separate embedded Discovr with one type of client. */
export type ClientUnderTest = Pick<TestDiscovr, 'Wrapper' | 'control' | 'emulator' | 'queryClient' | 'profileId'>;

/** The types of clients that the provider accepts. Tests run with each of them. */
export const clientKinds: readonly [name: string, create: () => ClientUnderTest][] = [
  ['DiscovrClient', () => createTestDiscovr()],
  ['a class with only the methods of the official SDK', createSdkUnderTest],
];

/** Creates a separate embedded Discovr whose client has only the methods that every SDK has. */
export function createSdkUnderTest(): ClientUnderTest {
  const { emulator, control, profileId } = createTestDiscovr();
  const queryClient = new QueryClient();
  const sdk = new MinimalSdk(emulator);
  const Wrapper = ({ children }: { children?: ReactNode }) => (
    <DiscovrProvider client={sdk} queryClient={queryClient}>
      {children}
    </DiscovrProvider>
  );
  return { emulator, control, profileId, queryClient, Wrapper };
}
