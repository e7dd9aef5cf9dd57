import { useEffect, useState } from 'react';
import type { Section } from '../../http/contract';
import { sectionAnchor } from '../views';

/** The section that fills the upper part of the screen. */
export function useSectionInSight(sections: Section[]): string | null {
  const [inSight, setInSight] = useState<string | null>(null);
  const ids = sections.map(({ id }) => id).join(' ');
  useEffect(() => {
    const order = ids.split(' ');
    const seen = new Set<string>();
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = (target as HTMLElement).dataset.section ?? '';
          if (isIntersecting) seen.add(id);
          else seen.delete(id);
        }
        setInSight((before) => order.find((id) => seen.has(id)) ?? before);
      },
      { rootMargin: '-15% 0px -65% 0px' },
    );
    for (const id of order) {
      const section = document.getElementById(sectionAnchor(id))?.closest('section');
      if (!section) continue;
      section.dataset.section = id;
      watcher.observe(section);
    }
    return () => watcher.disconnect();
  }, [ids]);
  return inSight;
}
