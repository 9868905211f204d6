import { mount } from '../../src/panel/mount.tsx'
import { SidePanel } from '../../src/panel/SidePanel.tsx'

mount(<SidePanel />)
