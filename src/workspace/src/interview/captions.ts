import { useCallback, useSyncExternalStore } from 'react';
import { isGoing, type Happening } from './conversation';

/**
 * The words of whatever is being said right now, beside the conversation rather than in it: each piece draws its own
 * turn anew and nothing else.
 */
export class Captions {
  private readonly texts = new Map<string, string>();
  private readonly watchers = new Set<() => void>();

  hear(happening: Happening) {
    if (happening.type !== 'snapshot' && happening.type !== 'item') return;
    if (happening.type === 'snapshot') this.texts.clear();
    for (const item of happening.type === 'snapshot' ? happening.items : [happening.item]) {
      if (isGoing(item)) this.texts.set(item.itemId, item.text);
      else this.texts.delete(item.itemId);
    }
    this.watchers.forEach((watcher) => watcher());
  }

  of(itemId: string): string {
    return this.texts.get(itemId) ?? '';
  }

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}

export function useCaption(captions: Captions, itemId: string): string {
  return useSyncExternalStore(
    captions.watch,
    useCallback(() => captions.of(itemId), [captions, itemId]),
  );
}
