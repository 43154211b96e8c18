import { Search } from 'lucide';
import { Icon } from './Icon';

interface SearchFieldProps {
  value: string;
  label: string;
  placeholder: string;
  onInput: (value: string) => void;
}

export function SearchField({ value, label, placeholder, onInput }: SearchFieldProps) {
  return (
    <div class="search">
      <Icon node={Search} />
      <input
        type="search"
        value={value}
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
