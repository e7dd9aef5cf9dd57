import type { Part } from '../../http/contract';
import './WordDiff.css';

/** Text with the words that came and went; said aloud as well, since many readers skip over what ins and del mean. */
export function WordDiff({ parts }: { parts: Part[] }) {
  return (
    <p className="word-diff">
      {parts.map(({ change, text }, at) => {
        if (change === 'same') return <span key={at}>{text}</span>;
        const Tag = change === 'added' ? 'ins' : 'del';
        return (
          <Tag key={at}>
            <span className="unseen">[{change}: </span>
            {text}
            <span className="unseen">]</span>
          </Tag>
        );
      })}
    </p>
  );
}
