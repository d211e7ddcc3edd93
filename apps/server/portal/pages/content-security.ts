/**
 * What a portal page may load: only our own files; `blob:` and `data:` are the previews of chosen photos and
 * the images the map draws for itself. There is no inline script and no inline style.
 *
 * @param mapOrigin where the region's own tiles or style come from, if not from here
 */
export function contentSecurity(mapOrigin: string | null) {
  const self = "'self'";
  const none = "'none'";
  const withMap = mapOrigin === null ? [self] : [self, mapOrigin];
  return {
    defaultSrc: [none],
    scriptSrc: [self],
    styleSrc: [self],
    fontSrc: [self],
    imgSrc: [...withMap, 'blob:', 'data:'],
    connectSrc: withMap,
    workerSrc: [self],
    manifestSrc: [self],
    formAction: [self],
    baseUri: [none],
    frameAncestors: [none],
  };
}
