import type { RenderedRequest } from 'discovr-react/server';
import { createContext } from 'react-router';

/** The client and the session of the user whose request is rendered. */
export const visitContext = createContext<RenderedRequest>();
