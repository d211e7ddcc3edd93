/**
 * The key under which `data/topics/maps` keeps a topic of another system: the mark of a starred topic
 * and doubled spaces are dropped, the levels of a path are joined by «›».
 */
export function foreignTopicKey(...levels: readonly string[]): string {
  return levels.map((level) => level.replaceAll('★', ' ').replace(/\s+/g, ' ').trim()).join('›');
}
