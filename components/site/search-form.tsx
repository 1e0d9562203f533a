type Props = { id: string; query?: string; className?: string };

/** A search that needs no script: a GET form. */
export function SearchForm({ id, query = '', className = '' }: Props) {
  return (
    <form action="/search" role="search" className={`flex gap-2 ${className}`}>
      <label htmlFor={id} className="sr-only">
        Search the paper
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={query}
        placeholder="Search"
        autoComplete="off"
        enterKeyHint="search"
        className="control min-w-0 flex-1"
      />
      <button className="button">Search</button>
    </form>
  );
}
