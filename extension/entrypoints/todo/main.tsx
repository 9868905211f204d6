import { mount } from '../../src/panel/mount.tsx'
import { TodoPage } from '../../src/panel/TodoPage.tsx'

mount(<TodoPage />)
