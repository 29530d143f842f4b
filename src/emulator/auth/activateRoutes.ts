import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import { activatePage, decidedPage, unknownCodePage } from './activatePages.js';
import { readBodyText } from '../http/bodyLimit.js';
import { waitingDevice } from './deviceCodes.js';

/** Routes of the page behind the QR code, where the user approves or denies a device. The path is inferred. */
export function activateRoutes(state: EmulatorState): Hono {
  return new Hono()
    .get('/', (context) => activatePage(context.req.query('userCode') ?? ''))
    .post('/', async (context) => {
      const form = new URLSearchParams(await readBodyText(context.req));
      const userCode = form.get('userCode') ?? '';
      const decision = decisions.get(form.get('decision') ?? '');
      const device = waitingDevice(state, userCode.replace(/\s/g, ''));
      if (!device) return unknownCodePage(userCode);
      // The form always sends a decision, so a request without one changes nothing.
      if (!decision) return activatePage(userCode);
      device.decision = decision;
      return decidedPage(decision);
    });
}

const decisions: ReadonlyMap<string, 'approved' | 'denied'> = new Map([
  ['approve', 'approved'],
  ['deny', 'denied'],
]);
