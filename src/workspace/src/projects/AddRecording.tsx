import { useId, useState, type FormEvent } from 'react';
import { go } from '../app/address';
import type { Kind, RecordingAdded } from '../http/contract';
import { asProblem, type Problem } from '../http/problem';
import { sendFile } from '../http/sendFile';
import { remark } from '../project/remarks';
import { KindChoice } from './KindChoice';
import { recordingPath, titleFrom } from './recordingPath';
import { Sending } from './Sending';
import './AddRecording.css';

export function AddRecording({ kinds }: { kinds: Kind[] }) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [names, setNames] = useState('');
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosenKind = kind ?? kinds[0]?.id ?? 'memoir';

  const choose = (chosen: File | null) => {
    setFile(chosen);
    setProblem(null);
    if (chosen !== null && (title === '' || title === titleFrom(file?.name ?? '')))
      setTitle(titleFrom(chosen.name));
  };

  const send = async (submit: FormEvent) => {
    submit.preventDefault();
    if (file === null || sent !== null) return;
    setProblem(null);
    setSent(0);
    try {
      const path = recordingPath({ fileName: file.name, title, kind: chosenKind, names });
      const added = await sendFile<RecordingAdded>(path, file, setSent);
      remark(added.projectId, added.notice);
      go(`/projects/${added.projectId}`);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setSent(null);
    }
  };

  return (
    <form
      className="add-recording"
      aria-labelledby={`${id}-heading`}
      onSubmit={(submit) => void send(submit)}
    >
      <h2 id={`${id}-heading`}>Add a recording</h2>
      <div className="field">
        <label htmlFor={`${id}-file`}>File</label>
        <p id={`${id}-file-hint`} className="hint">
          A transcript as plain text, each turn beginning with <code>Name:</code>, or a meeting in
          QMSum JSON.
        </p>
        <input
          id={`${id}-file`}
          type="file"
          required
          accept=".txt,.md,.json,text/plain,application/json"
          aria-describedby={`${id}-file-hint ${id}-problem`}
          aria-invalid={problem?.status === 422}
          onChange={({ target }) => choose(target.files?.[0] ?? null)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-title`}>Title</label>
        <input
          id={`${id}-title`}
          type="text"
          autoComplete="off"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <KindChoice kinds={kinds} chosen={chosenKind} choose={setKind} />
      <div className="field">
        <label htmlFor={`${id}-names`}>
          Client’s name as it stands in the recording <span className="optional">optional</span>
        </label>
        <p id={`${id}-names-hint`} className="hint">
          Only the client’s words become text. Several names: separate them with commas. Left empty,
          everybody’s words count.
        </p>
        <input
          id={`${id}-names`}
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-names-hint`}
          value={names}
          onChange={({ target }) => setNames(target.value)}
        />
      </div>
      <div id={`${id}-problem`} role="alert">
        {problem !== null && <p className="problem">{problem.message}</p>}
      </div>
      {sent !== null ? (
        <Sending sent={sent} />
      ) : (
        <button type="submit" className="primary">
          Add recording
        </button>
      )}
    </form>
  );
}
