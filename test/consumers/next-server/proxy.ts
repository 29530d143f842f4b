import { NextResponse, type NextRequest } from 'next/server';
import { discovr } from './discovr/server';

export async function proxy(request: NextRequest) {
  const { requestHeaders, responseHeaders } = await discovr.prepare(request);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  responseHeaders.forEach((value, name) => response.headers.append(name, value));
  return response;
}

/** Pages only, not their files and not the routes of Discovr. */
export const config = { matcher: ['/((?!api/|_next/|.*\\.).*)'] };
