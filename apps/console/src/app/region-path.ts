/** The path prefix of a region that is not the default one, as the server splits it: `/r/perm`; else empty. */
export const regionPathOf = (path: string): string =>
  /^\/r\/[a-z0-9][a-z0-9-]{0,62}(?=\/)/.exec(path)?.[0] ?? '';
