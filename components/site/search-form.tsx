import { messagesOf } from '@/lib/messages/messages-of';

type Props = {
  id: string;
  /** Different for each form of a page. */
  label: string;
  locale: string;
  className?: string;
};

/** A search that needs no script: a GET form. */
export function SearchForm({ id, label, locale, className = '' }: Props) {
  const { title } = messagesOf(locale).search;
  return (
    <form action="/search" role="search" aria-label={label} className={`flex gap-2 ${className}`}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        placeholder={title}
        autoComplete="off"
        enterKeyHint="search"
        className="control min-w-0 flex-1"
      />
      <button className="button">{title}</button>
    </form>
  );
}
