"""Why a ledger says no: one sentence in both languages each, with a way out."""

from __future__ import annotations

from enum import StrEnum

from plantrack.model import Text


class Unavailable(StrEnum):
    """Why a ledger cannot be used."""

    LOCKED = "locked"
    OPEN_HERE = "open_here"
    CLOSED = "closed"
    DAMAGED = "damaged"
    DAMAGED_LOG = "damaged_log"
    NEWER_ENGINE = "newer_engine"
    NEWER_SCHEMA = "newer_schema"
    NOT_A_LEDGER = "not_a_ledger"
    IS_A_FOLDER = "is_a_folder"
    NO_PERMISSION = "no_permission"
    OTHER_PLAN = "other_plan"
    NO_KEPT_FILE = "no_kept_file"
    KEPT_FILE_CHANGED = "kept_file_changed"
    NO_DEFINITION = "no_definition"
    NO_LEDGER = "no_ledger"
    LEDGER_GONE = "ledger_gone"
    MOVED = "moved"
    NO_BACKUP = "no_backup"
    NOT_A_BACKUP = "not_a_backup"
    PLACE_TAKEN = "place_taken"
    WOULD_REPLACE = "would_replace"
    INTO_A_FOLDER = "into_a_folder"
    OVER_ANOTHER_PLAN = "over_another_plan"
    BACKUP_DIFFERS = "backup_differs"
    UPGRADE = "upgrade"
    DISK = "disk"


class Irrevocable(StrEnum):
    """Why a revision cannot be withdrawn."""

    UNKNOWN = "unknown"
    FIRST = "first"
    PLAN_AT_START = "plan_at_start"
    ALREADY_WITHDRAWN = "already_withdrawn"
    SET_UNFIT = "set_unfit"


UNAVAILABLE = {
    Unavailable.LOCKED: Text(
        "Cơ sở dữ liệu {location} đang được một chương trình khác mở ({detail}). "
        "Hãy đóng chương trình đó rồi khởi động lại; không có dữ liệu nào bị mất.",
        "The ledger {location} is open in another program ({detail}). "
        "Close that program and start again; nothing is lost.",
    ),
    Unavailable.OPEN_HERE: Text(
        "Cơ sở dữ liệu {location} đã được mở trong chính chương trình này. "
        "Hãy dùng kết nối đang có hoặc đóng kết nối đó trước.",
        "The ledger {location} is already open in this program. "
        "Use the one that is open, or close it first.",
    ),
    Unavailable.CLOSED: Text(
        "Cơ sở dữ liệu {location} đã đóng. Hãy tải lại trang hoặc khởi động lại chương trình.",
        "The ledger {location} was closed. Reload the page or start the program again.",
    ),
    Unavailable.DAMAGED: Text(
        "Cơ sở dữ liệu {location} bị hỏng nên không đọc được ({detail}). Tệp được giữ nguyên. "
        "Hãy khôi phục bản sao lưu gần nhất bằng lệnh restore --replace; tệp này vẫn được giữ.",
        "The ledger {location} is damaged and cannot be read ({detail}). The file was left as it "
        "is. Restore the latest backup with the command restore --replace, which keeps this file.",
    ),
    Unavailable.DAMAGED_LOG: Text(
        "Tệp {location}.wal bị hỏng ({detail}). Mọi phiên bản số liệu đã ghi xong đều nằm trong "
        "{location}; hãy chuyển riêng tệp .wal sang chỗ khác rồi khởi động lại.",
        "The file {location}.wal is damaged ({detail}). Every recorded revision is in {location} "
        "itself: move only the .wal file aside and start again.",
    ),
    Unavailable.NEWER_ENGINE: Text(
        "Cơ sở dữ liệu {location} được ghi bằng phiên bản DuckDB mới hơn ({detail}). "
        "Tệp được giữ nguyên. Hãy cài đúng các gói trong requirements.txt rồi khởi động lại.",
        "The ledger {location} was written by a newer DuckDB ({detail}). The file was left as it "
        "is. Install the packages of the newer requirements.txt and start again.",
    ),
    Unavailable.NEWER_SCHEMA: Text(
        "Cơ sở dữ liệu {location} do phiên bản chương trình mới hơn tạo ra ({detail}). "
        "Tệp được giữ nguyên. Hãy cập nhật chương trình rồi khởi động lại.",
        "The ledger {location} was made by a newer version of this program ({detail}). "
        "The file was left as it is. Update the program and start again.",
    ),
    Unavailable.NOT_A_LEDGER: Text(
        "{location} là tệp DuckDB nhưng không phải cơ sở dữ liệu của chương trình này. "
        "Tệp được giữ nguyên. Hãy chọn tệp khác bằng PLANTRACK_LEDGER.",
        "{location} is a DuckDB file but not a ledger of this program. The file was left as it "
        "is. Choose another file with PLANTRACK_LEDGER.",
    ),
    Unavailable.IS_A_FOLDER: Text(
        "{location} không phải là tệp thông thường. "
        "Hãy đặt PLANTRACK_LEDGER là đường dẫn của một tệp, ví dụ {location}/plan.duckdb.",
        "{location} is not an ordinary file. "
        "Set PLANTRACK_LEDGER to the path of a file, for example {location}/plan.duckdb.",
    ),
    Unavailable.NO_PERMISSION: Text(
        "Không có quyền đọc và ghi {location}. "
        "Hãy cấp quyền cho tệp và thư mục đó, hoặc chọn chỗ khác bằng PLANTRACK_LEDGER.",
        "No permission to read and write {location}. "
        "Grant it on the file and its folder, or choose another place with PLANTRACK_LEDGER.",
    ),
    Unavailable.OTHER_PLAN: Text(
        "Cơ sở dữ liệu {location} chứa một kế hoạch khác ({detail}). Tệp được giữ nguyên. "
        "Hãy đặt PLANTRACK_LEDGER là tệp của kế hoạch này hoặc một tệp mới.",
        "The ledger {location} holds another plan ({detail}). The file was left as it is. "
        "Set PLANTRACK_LEDGER to this plan's own file, or to a new one.",
    ),
    Unavailable.NO_KEPT_FILE: Text(
        "Không có tệp gốc {detail} trong {location}. "
        "Hãy khôi phục thư mục này từ bản sao lưu gần nhất.",
        "There is no original file {detail} in {location}. "
        "Restore that folder from the latest backup.",
    ),
    Unavailable.KEPT_FILE_CHANGED: Text(
        "Tệp gốc {detail} trong {location} không còn như lúc ghi. "
        "Hãy khôi phục tệp này từ bản sao lưu gần nhất.",
        "The original file {detail} in {location} is not what was recorded. "
        "Restore it from the latest backup.",
    ),
    Unavailable.NO_DEFINITION: Text(
        "Cơ sở dữ liệu {location} không có định nghĩa kế hoạch {detail}. "
        "Hãy xem lại mã trong lịch sử phiên bản số liệu.",
        "The ledger {location} holds no plan definition {detail}. "
        "Take the digest from the history of revisions.",
    ),
    Unavailable.LEDGER_GONE: Text(
        "Không còn cơ sở dữ liệu {location}, nhưng trong {detail} có tệp gốc của các phiên bản đã "
        "ghi. Hãy khôi phục bản sao lưu bằng lệnh restore, hoặc dựng lại bằng lệnh rebuild "
        "--files; muốn bắt đầu mới thì chuyển thư mục đó đi.",
        "The ledger {location} is gone, but {detail} holds the original files of recorded "
        "revisions. Restore a backup with the command restore, or rebuild with rebuild --files; "
        "to start anew, move that folder away.",
    ),
    Unavailable.MOVED: Text(
        "Tệp cơ sở dữ liệu {location} đã bị chuyển đi, xóa hoặc thay thế khi chương trình đang "
        "chạy, nên không ghi thêm gì. Chương trình vẫn giữ mọi phiên bản: hãy sao lưu ngay bằng "
        "lệnh backup, rồi dừng chương trình và khôi phục bản sao lưu đó.",
        "The ledger file {location} was moved, deleted or replaced while the program runs, so "
        "nothing more is recorded. The program still has every revision: back up now with the "
        "command backup, then stop the program and restore that backup.",
    ),
    Unavailable.NO_LEDGER: Text(
        "Chưa có cơ sở dữ liệu {location}. Hãy khởi động chương trình để tạo, hoặc khôi phục từ "
        "bản sao lưu bằng lệnh restore.",
        "There is no ledger {location}. Start the program to make one, or restore a backup with "
        "the command restore.",
    ),
    Unavailable.NO_BACKUP: Text(
        "Trong {location} chưa có bản sao lưu nào của kế hoạch này. Hãy ghi đường dẫn của một bản "
        "sao lưu, ví dụ trên ổ đĩa rời.",
        "There is no backup of this plan in {location}. Give the path of a backup, for example "
        "of one on a stick.",
    ),
    Unavailable.NOT_A_BACKUP: Text(
        "{location} không phải là bản sao lưu của chương trình này ({detail}). Hãy chọn một thư "
        "mục có tệp manifest.json, ví dụ trong thư mục backups.",
        "{location} is not a backup of this program ({detail}). Choose a folder with a file "
        "manifest.json, for example one in the folder backups.",
    ),
    Unavailable.PLACE_TAKEN: Text(
        "Đã có {location}; bản sao lưu không ghi đè lên tệp nào. Hãy chọn tên khác.",
        "{location} already exists, and a backup overwrites nothing. Choose another name.",
    ),
    Unavailable.WOULD_REPLACE: Text(
        "Đã có cơ sở dữ liệu {location}, lệnh này không ghi đè. Hãy chọn tệp khác bằng --to, hoặc "
        "thêm --replace để thay thế; tệp cũ vẫn được giữ lại.",
        "There is a ledger at {location}, and nothing is overwritten. Choose another file with "
        "--to, or add --replace to replace it; the old one is kept aside.",
    ),
    Unavailable.INTO_A_FOLDER: Text(
        "{location} không phải là tệp thông thường nên không khôi phục vào đó được. "
        "Hãy ghi đường dẫn của một tệp sau --to, ví dụ {location}/plan.duckdb.",
        "{location} is not an ordinary file, so nothing can be restored there. "
        "Give --to the path of a file, for example {location}/plan.duckdb.",
    ),
    Unavailable.OVER_ANOTHER_PLAN: Text(
        "Cơ sở dữ liệu {location} chứa một kế hoạch khác với bản sao lưu ({detail}). Tệp được giữ "
        "nguyên. Hãy chọn tệp khác bằng --to.",
        "The ledger {location} holds another plan than the backup ({detail}). The file was left "
        "as it is. Choose another file with --to.",
    ),
    Unavailable.BACKUP_DIFFERS: Text(
        "Bản sao lưu {location} khi mở lại không giống cơ sở dữ liệu nên không được giữ. "
        "Cơ sở dữ liệu không bị thay đổi. Hãy kiểm tra ổ đĩa rồi sao lưu lại.",
        "The backup {location} was reopened and does not hold what the ledger holds, so it was "
        "not kept. The ledger is unchanged. Check the disk, then back up again.",
    ),
    Unavailable.UPGRADE: Text(
        "Không chuyển được cơ sở dữ liệu {location} sang cấu trúc mới ({detail}). Tệp được giữ "
        "như trước và đã được sao lưu. Hãy dùng lại phiên bản chương trình trước và báo lỗi này.",
        "The ledger {location} could not be brought to the newer schema ({detail}). The file is "
        "as it was, and was backed up. Use the former version of the program and report this.",
    ),
    Unavailable.DISK: Text(
        "Không đọc hoặc ghi được {location} ({detail}). Chưa ghi thay đổi nào. "
        "Hãy kiểm tra ổ đĩa và dung lượng trống rồi thử lại.",
        "{location} could not be read or written ({detail}). Nothing was changed. "
        "Check the disk and its free space, then try again.",
    ),
}

IRREVOCABLE = {
    Irrevocable.UNKNOWN: Text(
        "Không có phiên bản số liệu {revision}. Hãy chọn một phiên bản trong lịch sử.",
        "There is no revision {revision}. Choose one from the history.",
    ),
    Irrevocable.FIRST: Text(
        "Không thể thu hồi phiên bản số liệu 1: mọi phiên bản sau dựa trên đó. "
        "Hãy ghi số liệu đúng thành một phiên bản mới.",
        "Revision 1 cannot be withdrawn: everything later rests on it. "
        "Record the right figures as a new revision.",
    ),
    Irrevocable.PLAN_AT_START: Text(
        "Không thể thu hồi phiên bản {revision}: đó là định nghĩa kế hoạch nạp khi khởi động. "
        "Hãy sửa thư mục dữ liệu gốc của kế hoạch rồi khởi động lại.",
        "Revision {revision} cannot be withdrawn: it is the plan's definition read at start. "
        "Change the seeds of the plan and start again.",
    ),
    Irrevocable.ALREADY_WITHDRAWN: Text(
        "Phiên bản số liệu {revision} đã được thu hồi. "
        "Muốn khôi phục, hãy thu hồi phiên bản đã thu hồi nó.",
        "Revision {revision} is already withdrawn. "
        "To bring it back, withdraw the revision that withdrew it.",
    ),
    Irrevocable.SET_UNFIT: Text(
        "Không thể thu hồi phiên bản số liệu {revision}: một bộ chỉ tiêu đã ghi sẽ không còn khớp "
        "với quy hoạch, chẳng hạn vì văn bản ấy đã được ghi lại. Hãy thu hồi phiên bản kia trước.",
        "Revision {revision} cannot be withdrawn: a recorded target set would no longer fit the "
        "plan, for instance because its document was recorded again. Withdraw that one first.",
    ),
}
