import { Text } from '@keystar/ui/typography';
import { useState } from 'react';
import type { TextInput } from '../../lib/desk/desk-config';

/** The address of a picture of the paper, with a button that adds one from this machine. */
export const pictureField: TextInput = (field) => ({
  ...field,
  Input: (props) => (
    <>
      <field.Input {...props} />
      <PictureButton onSaved={props.onChange} />
    </>
  ),
});

function PictureButton({ onSaved }: { onSaved: (address: string) => void }) {
  const [complaint, setComplaint] = useState('');
  const add = async (file: File | undefined) => {
    if (!file) return;
    const answer = await fetch(`/api/pictures/${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
    const text = await answer.text();
    setComplaint(answer.ok ? '' : text);
    if (answer.ok) onSaved(text);
  };
  return (
    <>
      <input
        type="file"
        aria-label="Add a picture"
        accept=".avif,.jpg,.jpeg,.png,.webp"
        onChange={({ target }) => {
          add(target.files?.[0]).catch((error: unknown) => setComplaint(String(error)));
        }}
      />
      {complaint && <Text color="critical">{complaint}</Text>}
    </>
  );
}
