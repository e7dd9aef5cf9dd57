import { useLayoutEffect, type RefObject } from 'react';

/** Browsers that size a field by its content do it without measuring; for the others the height follows the text. */
export function useGrowing(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [box, text]);
}
