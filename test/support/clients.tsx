import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DiscovrProvider } from '../../src/react/provider/DiscovrProvider.js';
import { createTestDiscovr, type TestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { MinimalSdk } from './MinimalSdk.js';

/** A Discovr of its own behind one kind of client. */
export type ClientUnderTest = Pick<TestDiscovr, 'Wrapper' | 'control' | 'emulator' | 'queryClient' | 'profileId'>;

/** The kinds of clients the provider takes; what it promises, it promises with each. */
export const clientKinds: readonly [name: string, create: () => ClientUnderTest][] = [
  ['DiscovrClient', () => createTestDiscovr()],
  ['a class with just the methods of the official SDK', createSdkUnderTest],
];

function createSdkUnderTest(): ClientUnderTest {
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
