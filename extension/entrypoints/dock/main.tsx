import { DockPage } from '../../src/panel/DockPage.tsx'
import { mount } from '../../src/panel/mount.tsx'

mount(<DockPage />)
