import { CSL_NAME_VARIABLES } from '../../../src/model/csl.ts';
import { fieldLabel } from './label.ts';

/** The role of a creator; any that CSL knows. */
export function RoleMenu({ label, role, onRole }: { label: string; role: string; onRole: (role: string) => void }) {
  return (
    <select className="status-menu creator-role" aria-label={label} value={role} onChange={(event) => { onRole(event.target.value); }}>
      {CSL_NAME_VARIABLES.map((one) => <option key={one} value={one}>{fieldLabel(one)}</option>)}
    </select>
  );
}
