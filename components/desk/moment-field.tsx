import { TextField } from '@keystar/ui/text-field';
import { isoIn, momentIn } from '../../lib/dates';
import type { MomentInput } from '../../lib/desk/desk-config';

/** A moment, picked on the paper's clock and kept with its offset. What is no moment is shown as the text that it is. */
export const momentField: MomentInput = (field, { label, description, timeZone }) => ({
  ...field,
  Input: (props) => {
    const moment = new Date(props.value);
    if (props.value !== '' && Number.isNaN(moment.getTime())) return <field.Input {...props} />;
    return (
      <TextField
        label={label}
        description={`${description}. The clock is that of ${timeZone}.`}
        type="datetime-local"
        autoFocus={props.autoFocus}
        value={props.value === '' ? '' : isoIn(timeZone, moment).slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}
        onChange={(clock) => {
          const [day = '', time = ''] = clock.split('T');
          props.onChange(clock === '' ? '' : isoIn(timeZone, momentIn(timeZone, day, time)));
        }}
      />
    );
  },
});
