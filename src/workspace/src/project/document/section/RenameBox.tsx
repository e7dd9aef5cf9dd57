import type { Section } from '../../../http/contract';
import type { Desk } from '../desk';
import { HeadingBox } from './HeadingBox';

interface Props {
  section: Section;
  desk: Desk;
  close: () => void;
}

export function RenameBox({ section: { id, heading }, desk, close }: Props) {
  const rename = async (to: string) => {
    const edit = { type: 'renameSection', sectionId: id, heading: to } as const;
    const now = await desk.changes.change(edit, `“${heading}” is “${to}” now.`);
    if (now !== null) close();
    return now !== null;
  };
  return (
    <HeadingBox
      label="Heading of this section"
      begin={heading}
      action="Rename"
      done={rename}
      close={close}
    />
  );
}
