import { signIn } from '#contract/centre.ts';
import { client, type CallResult } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { smallPassword } from '#house/testing/small-region.ts';

type Call = ReturnType<typeof client>;

/** A member of staff at their console: every call carries the session and, where something changes, the token of the page. */
export interface Staff {
  readonly id: string;
  readonly call: Call;
  /** The same session without the token: a page of a stranger in the same browser. */
  readonly callWithoutToken: Call;
  /** A call by path, for what the contract does not describe. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Calls of somebody who is not signed in. */
export const guestCall = (url: string): Call =>
  client({ base: `${url}/api`, csrfToken: () => null, language: () => 'ru', fetch });

/** The value of a call that must succeed. */
export function valueOf<E>(result: CallResult<E>): Extract<CallResult<E>, { ok: true }>['value'] {
  if (result.ok) return result.value;
  throw new Error(`${JSON.stringify(result.failure)} ${result.message}`);
}

/** The code of a call that must be refused. */
export function refusalOf(result: CallResult<Endpoint>): string {
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value)}`);
  return result.failure.code;
}

/** Signs in as a person of the small region. */
export async function signInAs(url: string, login: string): Promise<Staff> {
  let cookie = '';
  let token: string | null = null;
  const withCookie: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(input, { ...init, headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const options = { base: `${url}/api`, language: () => 'ru', fetch: withCookie };
  const call = client({ ...options, csrfToken: () => token });
  const me = valueOf(await call(signIn, { body: { login, password: smallPassword } }));
  token = me.csrfToken;
  return {
    id: me.id,
    call,
    callWithoutToken: client({ ...options, csrfToken: () => null }),
    fetch: (path, init) => withCookie(`${url}${path}`, init),
  };
}
