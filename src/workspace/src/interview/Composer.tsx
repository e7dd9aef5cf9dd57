import {
  useEffect,
  useId,
  useRef,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { count } from '../app/phrases';
import { useGrowing } from '../app/useGrowing';
import './Composer.css';
import type { Typing } from './useTyping';

/** What the server takes at once. */
const MOST = 20_000;

const KEYS = 'Enter sends, Shift+Enter begins a new line.';

const KEPT: Record<Typing['saved'], string> = {
  soon: '',
  yes: ' Saved.',
  no: ' Not saved on the server yet; this tab keeps it.',
};

const tooLongBy = ({ length }: string) =>
  `That is ${count(length, 'character')}; send at most ${count(MOST, 'character')} at a time.`;

interface Props {
  typing: Typing;
  box: RefObject<HTMLTextAreaElement | null>;
  send: (text: string) => void;
}

/** Where the client writes. Enter sends. */
export function Composer({ typing, box, send }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { text, type } = typing;
  const words = text.trim();
  const tooLong = words.length > MOST;
  useGrowing(box, text);
  useFocusOnArrival(box);

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (words === '' || tooLong) return;
    typing.empty();
    send(words);
    box.current?.focus();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Enter' || press.shiftKey || press.nativeEvent.isComposing) return;
    press.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form ref={form} className="composer" onSubmit={submit}>
      <label className="unseen" htmlFor={id}>
        Your words
      </label>
      <textarea
        id={id}
        ref={box}
        rows={1}
        value={text}
        placeholder="Say it in writing…"
        enterKeyHint="send"
        aria-describedby={`${id}-keys`}
        aria-invalid={tooLong}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="primary" aria-disabled={words === '' || tooLong}>
        Send
      </button>
      <p id={`${id}-keys`} className="hint">
        {tooLong ? tooLongBy(words) : KEYS}
        {words !== '' && KEPT[typing.saved]}
      </p>
    </form>
  );
}

// On a phone the keyboard would cover what the interviewer has just asked.
function useFocusOnArrival(box: RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const nowhere = document.activeElement?.contains(box.current) ?? true;
    if (nowhere && matchMedia('(pointer: fine)').matches) box.current?.focus();
  }, [box]);
}
