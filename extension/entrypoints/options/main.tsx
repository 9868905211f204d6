import { OptionsPage } from '../../src/options/OptionsPage.tsx'
import { mount } from '../../src/panel/mount.tsx'

mount(<OptionsPage />)
